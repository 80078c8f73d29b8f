package cl.observatory.gateway.packed;

import cl.observatory.gateway.problem.Catalogue;
import cl.observatory.gateway.problem.CatalogueEntry;

/** The catalogue of problems as a page to read. */
final class ProblemList {

    private ProblemList() {}

    static String markdown(Catalogue catalogue) {
        StringBuilder page = new StringBuilder("""
                # Problems

                Every failure of the API is an `application/problem+json` document (RFC 9457). Its `code` is one of these, and
                never changes its meaning. This page is generated from `docs/contracts/problems`; the same list is served at
                `/v1/problems`.

                """);
        for (CatalogueEntry entry : catalogue.entries()) {
            page.append("## ")
                    .append(entry.code())
                    .append(" (")
                    .append(entry.status())
                    .append(")\n\n");
            page.append("**")
                    .append(entry.title().en())
                    .append(".** ")
                    .append(entry.description().en());
            page.append("\n\n*");
            page.append(entry.title().es())
                    .append(".* ")
                    .append(entry.description().es());
            page.append("\n\n");
        }
        return page.toString().stripTrailing() + "\n";
    }
}

package cl.observatory.gateway.problem;

/** One problem as the catalogue lists it, whichever service it belongs to. */
public record CatalogueEntry(String code, int status, Bilingual title, Bilingual description) {

    static CatalogueEntry of(ProblemType type) {
        return new CatalogueEntry(type.name(), type.status(), type.title(), type.description());
    }
}

package cl.observatory.query.territory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which division of the country a question about the past is answered. Cells keep the code that they came with. */
@Schema(
        name = "Boundaries",
        description = "current: every period in the division of today, history is carried to the territories of today; "
                + "asWas: each period in the division of its last day.")
public enum Boundaries {
    current("current_date"),
    asWas("{last}");

    private final String day;

    Boundaries(String day) {
        this.day = day;
    }

    /**
     * The condition on a row of {@code membership} or {@code moved}, in SQL: that it is of the division asked for.
     *
     * @param table its name in the query
     * @param last expression of the last day of the period that is told of
     */
    public String condition(String table, String last) {
        return "({table}.from_day <= {day} and {table}.until_day > {day})"
                .replace("{table}", table)
                .replace("{day}", day.replace("{last}", last));
    }
}

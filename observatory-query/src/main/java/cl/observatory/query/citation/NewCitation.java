package cl.observatory.query.citation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewCitation", description = "A question whose answer is to be cited.")
record NewCitation(
        @Schema(
                required = true,
                description =
                        "Its address in this API, path and parameters: a series, a ranking or a slice of a data set. "
                                + "Relative periods are kept as what they mean now; pages, formats and languages do not "
                                + "belong to it.",
                examples = "/v1/indicators/DRUG_LAW_RATE/series?territory=13127,CL&period=2018..2024")
        String question) {}

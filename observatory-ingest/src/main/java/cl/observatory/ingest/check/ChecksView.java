package cl.observatory.ingest.check;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DatasetChecks", description = "The rules by which the files of a data set are checked.")
record ChecksView(
        String dataset,

        @Schema(description = "0 when none are stored: the rules are then those of the data set's kind.")
        long version,

        List<CheckRule> rules) {}

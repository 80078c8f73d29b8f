package cl.observatory.ingest.check;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Rules by which the files of a data set are checked; an empty list checks nothing.")
record NewChecks(@NotNull @Size(max = 30) List<@NotNull @Valid CheckRule> rules) {}

package cl.observatory.reports.moderation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Words to the reporter. They are screened as hers are.")
record NewMessage(@NotBlank @Size(max = NewMessage.MOST) String text) {

    static final int MOST = 2000;
}

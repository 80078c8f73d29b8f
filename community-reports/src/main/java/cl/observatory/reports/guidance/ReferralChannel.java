package cl.observatory.reports.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Set;

/**
 * Where a crime can be reported or help be found. The observatory itself files nothing on anybody's behalf.
 *
 * @param phone as it is dialled, absent when there is none
 * @param emergency whether it is for what is happening now
 * @param categories those that it is for; absent for all
 * @param territories codes of those that it is for, with all that lies in them; absent for all of Chile
 * @param verifiedAt the day on which somebody saw that number and address were right; absent when nobody has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralChannel(
        @NotNull @Pattern(regexp = Guidance.CODE) String code,
        @NotNull @Valid Words labels,
        @Pattern(regexp = "[0-9*][0-9 ]{1,20}") String phone,
        @Pattern(regexp = "https://[^\\s]{4,200}") String url,
        @NotNull @Valid Words scope,
        @Valid Words hours,
        boolean emergency,
        Set<String> categories,
        Set<@Pattern(regexp = Guidance.TERRITORY) String> territories,
        LocalDate verifiedAt) {

    boolean isFor(String category) {
        return emergency || categories == null || category == null || categories.contains(category);
    }

    /** Codes begin with that of the territory around them. */
    boolean serves(String territory) {
        return territories == null
                || territory == null
                || territories.stream().anyMatch(code -> code.equals("CL") || territory.startsWith(code));
    }
}

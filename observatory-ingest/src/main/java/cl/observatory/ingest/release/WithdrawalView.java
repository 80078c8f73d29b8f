package cl.observatory.ingest.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Withdrawal", description = "A release that no longer holds.")
record WithdrawalView(
        UUID release,
        String dataset,

        @Schema(description = "Place among the data set's releases.")
        int sequence,

        WithdrawalReason reason,
        String note,
        String withdrawnBy,
        Instant withdrawnAt,

        @Schema(description = "Later releases that were removed with it, newest first.")
        List<UUID> alsoWithdrawn) {

    static WithdrawalView of(Withdrawals.Withdrawn withdrawn) {
        Release release = withdrawn.release();
        return new WithdrawalView(
                release.id(),
                release.datasetId(),
                release.sequence(),
                release.withdrawalReason(),
                release.withdrawalNote(),
                release.withdrawnBy(),
                release.withdrawnAt(),
                withdrawn.later().stream().map(Release::id).toList());
    }
}

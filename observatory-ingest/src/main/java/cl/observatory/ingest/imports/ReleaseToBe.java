package cl.observatory.ingest.imports;

import cl.observatory.ingest.release.Changes;
import cl.observatory.ingest.release.DraftedRelease;
import cl.observatory.ingest.release.DraftedRelease.Whole;
import cl.observatory.ingest.release.Update;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an import would publish: its batches, and the whole that they make together with what is kept. */
@Embeddable
class ReleaseToBe {

    @Enumerated(EnumType.STRING)
    @Column(name = "asked_update")
    private Update asked;

    @Enumerated(EnumType.STRING)
    @Column(name = "update_mode")
    private Update update;

    @Column(name = "based_on")
    private UUID basedOn;

    private int batches;

    @Column(name = "rows_sent")
    private Long rowsSent;

    private String checksum;

    @Column(name = "first_period")
    private String firstPeriod;

    @Column(name = "last_period")
    private String lastPeriod;

    @Column(name = "total_rows")
    private Long totalRows;

    @Column(name = "total_first_period")
    private String totalFirstPeriod;

    @Column(name = "total_last_period")
    private String totalLastPeriod;

    @JdbcTypeCode(SqlTypes.JSON)
    private Changes changes;

    protected ReleaseToBe() {}

    /** Before its file has been read. */
    ReleaseToBe(Update asked) {
        this.asked = asked;
        update = asked;
    }

    ReleaseToBe(Update asked, DraftedRelease drafted) {
        this.asked = asked;
        update = drafted.update();
        basedOn = drafted.basedOn();
        batches = drafted.batches();
        rowsSent = drafted.rows();
        firstPeriod = drafted.file().firstPeriod();
        lastPeriod = drafted.file().lastPeriod();
        checksum = drafted.whole().checksum();
        totalRows = drafted.whole().rows();
        totalFirstPeriod = drafted.whole().firstPeriod();
        totalLastPeriod = drafted.whole().lastPeriod();
        changes = drafted.changes();
    }

    /**
     * All rows of the release.
     *
     * @param accepted rows of the file: of an import of the time before there were merges, these are all
     */
    Whole whole(long accepted) {
        return totalRows == null
                ? new Whole(accepted, checksum, firstPeriod, lastPeriod)
                : new Whole(totalRows, checksum, totalFirstPeriod, totalLastPeriod);
    }

    /**
     * Whether it says of its file what would be said now.
     *
     * @param id of its import
     * @param current the release that holds, or null: it is this one, or the one that this one was compared with
     */
    boolean stands(UUID id, UUID current) {
        return id.equals(current) || Objects.equals(basedOn, current);
    }

    Update asked() {
        return asked;
    }

    /** What it does; a merge over nothing is full. */
    Update update() {
        return update;
    }

    /** Null when there was no release to compare with. */
    UUID basedOn() {
        return basedOn;
    }

    int batches() {
        return batches;
    }

    /** Rows in the batches; empty for an import of the time before there were merges. */
    Optional<Long> rowsSent() {
        return Optional.ofNullable(rowsSent);
    }

    String checksum() {
        return checksum;
    }

    /** First with a row in the file. */
    String firstPeriod() {
        return firstPeriod;
    }

    String lastPeriod() {
        return lastPeriod;
    }

    /** Null for an import of the time before they were kept, and when the release was removed. */
    Changes changes() {
        return changes;
    }
}

package cl.observatory.ingest.masking;

import cl.observatory.ingest.release.DraftedRelease;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A table of a plan as an import fills it, small cells hidden. Its id is that of the release that it may become. */
@Entity
@Table(name = "masked_table")
public class MaskedTable {

    @Id
    private UUID id;

    @Column(name = "import_id")
    private UUID importId;

    @Column(name = "dataset_id")
    private String datasetId;

    private long rows;
    private int batches;
    private String checksum;

    @Column(name = "first_period")
    private String firstPeriod;

    @Column(name = "last_period")
    private String lastPeriod;

    @Column(name = "hidden_small")
    private long hiddenSmall;

    @Column(name = "hidden_companions")
    private long hiddenCompanions;

    private long revealing;

    protected MaskedTable() {}

    MaskedTable(UUID id, UUID importId, String datasetId) {
        this.id = id;
        this.importId = importId;
        this.datasetId = datasetId;
    }

    void count(boolean hidden, boolean small, boolean reveals) {
        rows++;
        hiddenSmall += hidden && small ? 1 : 0;
        hiddenCompanions += hidden && !small ? 1 : 0;
        revealing += reveals ? 1 : 0;
    }

    void written(int count, DraftedRelease.Whole whole) {
        batches = count;
        checksum = whole.checksum();
        firstPeriod = whole.firstPeriod();
        lastPeriod = whole.lastPeriod();
    }

    DraftedRelease.Whole whole() {
        return new DraftedRelease.Whole(rows, checksum, firstPeriod, lastPeriod);
    }

    public UUID id() {
        return id;
    }

    public String datasetId() {
        return datasetId;
    }

    public long rows() {
        return rows;
    }

    public int batches() {
        return batches;
    }

    /** Cells that are hidden because few cases are in them. */
    public long hiddenSmall() {
        return hiddenSmall;
    }

    /** Cells that are hidden because they would give others away, or were hidden before. */
    public long hiddenCompanions() {
        return hiddenCompanions;
    }

    /** Hidden cells of which a reader who compares with earlier releases can tell too much. */
    public long revealing() {
        return revealing;
    }
}

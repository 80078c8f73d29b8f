package cl.observatory.ingest.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An approved import as its data set's next release. */
@Entity
public class Release {

    @Id
    private UUID id;

    @Column(name = "dataset_id")
    private String datasetId;

    private int sequence;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected Release() {}

    Release(UUID id, String datasetId, int sequence, Instant publishedAt) {
        this.id = id;
        this.datasetId = datasetId;
        this.sequence = sequence;
        this.publishedAt = publishedAt;
    }

    public int sequence() {
        return sequence;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}

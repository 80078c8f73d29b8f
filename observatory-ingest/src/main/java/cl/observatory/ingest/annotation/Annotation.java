package cl.observatory.ingest.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** Which figures an organization speaks of; what it says is in its versions. */
@Entity
public class Annotation {

    @Id
    private UUID id;

    @Column(name = "dataset_id")
    private String datasetId;

    @Column(name = "indicator_code")
    private String indicatorCode;

    private String territory;

    @Column(name = "period_from")
    private String periodFrom;

    @Column(name = "period_to")
    private String periodTo;

    private String organization;

    @Column(name = "last_version")
    private int lastVersion;

    private long revision;

    protected Annotation() {}

    Annotation(UUID id, NewAnnotation asked, String organization) {
        this.id = id;
        this.datasetId = asked.dataset();
        this.indicatorCode = asked.indicator();
        this.territory = asked.territory();
        this.periodFrom = asked.periodFrom();
        this.periodTo = asked.periodTo();
        this.organization = organization;
        this.lastVersion = 1;
    }

    /** Numbers the next version of its text. */
    int nextVersion() {
        lastVersion++;
        return lastVersion;
    }

    /** Numbers the next event about it. */
    long nextRevision() {
        revision++;
        return revision;
    }

    UUID id() {
        return id;
    }

    String datasetId() {
        return datasetId;
    }

    String indicatorCode() {
        return indicatorCode;
    }

    String territory() {
        return territory;
    }

    String periodFrom() {
        return periodFrom;
    }

    String periodTo() {
        return periodTo;
    }

    String organization() {
        return organization;
    }

    int lastVersion() {
        return lastVersion;
    }
}

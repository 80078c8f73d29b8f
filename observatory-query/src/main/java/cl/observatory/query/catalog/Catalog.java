package cl.observatory.query.catalog;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.time.Period;
import cl.observatory.query.answer.Format;
import cl.observatory.query.answer.Words;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.release.Releases;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes the data sets by DCAT-AP 3. Each has a distribution for every form that its file comes in; one without a
 * release has none.
 */
@ApplicationScoped
class Catalog {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String CHILE = "http://publications.europa.eu/resource/authority/country/CHL";

    private static final Map<String, String> PREFIXES = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    static final List<Format> FORMS =
            List.of(Format.csv, Format.ndjson, Format.sdmxJson, Format.sdmxCsv, Format.jsonStat, Format.parquet);

    private final Datasets datasets;
    private final Releases releases;

    Catalog(Datasets datasets, Releases releases) {
        this.datasets = datasets;
        this.releases = releases;
    }

    ObjectNode describe() {
        ObjectNode catalog = JSON.objectNode();
        ObjectNode context = catalog.putObject("@context");
        PREFIXES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(prefix -> context.put(prefix.getKey(), prefix.getValue()));
        catalog.put("@id", "/v1/catalog.jsonld");
        catalog.put("@type", "dcat:Catalog");
        catalog.set("dct:title", texts(Words.of("catalog.title")));
        catalog.set("dct:description", texts(Words.of("catalog.description")));
        catalog.set("dct:publisher", agent(Words.of("catalog.publisher").es()));
        ObjectNode service = catalog.putObject("dcat:service");
        service.put("@type", "dcat:DataService");
        service.set("dct:title", texts(Words.of("catalog.title")));
        service.set("dcat:endpointURL", named("/v1"));
        service.set("dcat:endpointDescription", named("/v1/openapi"));
        ArrayNode all = catalog.putArray("dcat:dataset");
        datasets.list().forEach(dataset -> all.add(describe(dataset)));
        return catalog;
    }

    private ObjectNode describe(DatasetDefined dataset) {
        Optional<ReleasePublished> release =
                releases.findKept(dataset.id(), null).map(Releases.Visible::published);
        ObjectNode described = named("/v1/datasets/" + dataset.id());
        described.put("@type", "dcat:Dataset");
        described.put("dct:identifier", dataset.id());
        described.set("dct:title", texts(dataset.title()));
        described.set("dct:description", texts(description(dataset)));
        described.set("dct:publisher", agent(dataset.source().publisher()));
        described.set("dct:spatial", named(CHILE));
        if (dataset.source().url() != null) {
            described.set("dct:source", named(dataset.source().url()));
        }
        release.ifPresent(newest -> {
            described.set("dct:modified", instant(newest.publishedAt()));
            described.put("dcat:version", Integer.toString(newest.sequence()));
            described.set("dct:temporal", temporal(newest));
            ArrayNode distributions = described.putArray("dcat:distribution");
            FORMS.forEach(form -> distributions.add(distribution(dataset, newest, form)));
        });
        return described;
    }

    static Labels description(DatasetDefined dataset) {
        return Words.of(
                dataset.synthetic() ? "catalog.synthetic" : "catalog.dataset",
                dataset.source().publisher(),
                dataset.source().title());
    }

    /** Where all of it is to be had in a form. */
    static String address(DatasetDefined dataset, Format form) {
        return "/v1/datasets/" + dataset.id() + "/observations?format=" + form;
    }

    private static ObjectNode distribution(DatasetDefined dataset, ReleasePublished release, Format form) {
        String address = address(dataset, form);
        ObjectNode distribution = JSON.objectNode();
        distribution.put("@type", "dcat:Distribution");
        distribution.set("dcat:accessURL", named(address));
        distribution.set("dcat:downloadURL", named(address));
        distribution.set("dcat:mediaType", named(MEDIA_TYPES + form.mediaType()));
        distribution.set("dct:issued", instant(release.publishedAt()));
        distribution.set(
                "dct:license",
                JSON.objectNode()
                        .put("@type", "dct:LicenseDocument")
                        .put("rdfs:label", dataset.source().licence()));
        return distribution;
    }

    private static ObjectNode temporal(ReleasePublished release) {
        Period last = Period.parse(release.lastPeriod()).orElseThrow();
        ObjectNode temporal = JSON.objectNode();
        temporal.put("@type", "dct:PeriodOfTime");
        temporal.set(
                "dcat:startDate",
                day(Period.parse(release.firstPeriod()).orElseThrow().start()));
        temporal.set("dcat:endDate", day(last.plus(1).start().minusDays(1)));
        return temporal;
    }

    private static ObjectNode named(String address) {
        return JSON.objectNode().put("@id", address);
    }

    private static ObjectNode agent(String name) {
        return JSON.objectNode().put("@type", "foaf:Agent").put("foaf:name", name);
    }

    private static ArrayNode texts(Labels labels) {
        return JSON.arrayNode().add(text(labels.es(), "es")).add(text(labels.en(), "en"));
    }

    private static ObjectNode text(String value, String language) {
        return JSON.objectNode().put("@value", value).put("@language", language);
    }

    private static ObjectNode instant(Instant instant) {
        return typed(instant.toString(), "xsd:dateTime");
    }

    private static ObjectNode day(LocalDate day) {
        return typed(day.toString(), "xsd:date");
    }

    private static ObjectNode typed(String value, String type) {
        return JSON.objectNode().put("@value", value).put("@type", type);
    }
}

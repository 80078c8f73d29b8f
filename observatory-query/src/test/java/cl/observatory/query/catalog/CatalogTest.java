package cl.observatory.query.catalog;

import static cl.observatory.query.History.FIRST;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.History;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** The catalogue, read as RDF by Apache Jena. */
@QuarkusTest
@WithTestResource(Servers.class)
class CatalogTest {

    private static final String BASE = "https://observatory.example";

    @Test
    void everythingThatDcatApDemandsIsThere() {
        try (History history = History.ofCases()) {
            history.full(
                    FIRST, List.of(Row.of("13101", "2024-01", "40101", 1), Row.of("13101", "2024-11", "40101", 1)));

            Model model = catalog();

            Resource catalog = model.getResource(BASE + "/v1/catalog.jsonld");
            assertTrue(model.contains(catalog, RDF.type, DCAT.Catalog));
            assertEquals(List.of("en", "es"), languages(catalog, DCTerms.title));
            assertEquals(List.of("en", "es"), languages(catalog, DCTerms.description));
            assertTrue(catalog.getProperty(DCTerms.publisher).getResource().hasProperty(FOAF.name));
            Resource service = catalog.getProperty(DCAT.service).getResource();
            assertEquals(
                    BASE + "/v1",
                    service.getProperty(DCAT.endpointURL).getResource().getURI());
            assertTrue(service.hasProperty(DCTerms.title));
            model.listSubjectsWithProperty(RDF.type, DCAT.Dataset).forEachRemaining(dataset -> {
                assertEquals(List.of("en", "es"), languages(dataset, DCTerms.title), dataset::getURI);
                assertEquals(List.of("en", "es"), languages(dataset, DCTerms.description), dataset::getURI);
                assertTrue(model.contains(catalog, DCAT.dataset, dataset), dataset::getURI);
            });
            model.listSubjectsWithProperty(RDF.type, DCAT.Distribution)
                    .forEachRemaining(distribution -> assertTrue(distribution.hasProperty(DCAT.accessURL)));
        }
    }

    @Test
    void releaseMakesADataSetOneThatCanBeTakenAway() {
        try (History history = History.ofCases()) {
            history.full(
                    FIRST, List.of(Row.of("13101", "2024-01", "40101", 1), Row.of("13101", "2024-11", "40101", 1)));

            Resource dataset = catalog().getResource(BASE + "/v1/datasets/" + history.dataset());

            Resource temporal = dataset.getProperty(DCTerms.temporal).getResource();
            assertEquals("2024-01-01", temporal.getProperty(DCAT.startDate).getString());
            assertEquals("2024-11-30", temporal.getProperty(DCAT.endDate).getString());
            assertEquals(FIRST.toString(), dataset.getProperty(DCTerms.modified).getString());
            assertEquals(
                    "1",
                    dataset.getProperty(ResourceFactory.createProperty(DCAT.NS + "version"))
                            .getString());
            List<Resource> distributions = dataset.listProperties(DCAT.distribution)
                    .mapWith(each -> each.getResource())
                    .toList();
            assertEquals(
                    new TreeSet<>(List.of(
                            "application/json",
                            "application/vnd.apache.parquet",
                            "application/vnd.sdmx.data+csv",
                            "application/vnd.sdmx.data+json",
                            "application/x-ndjson",
                            "text/csv")),
                    new TreeSet<>(distributions.stream()
                            .map(each -> each.getProperty(DCAT.mediaType)
                                    .getResource()
                                    .getURI())
                            .map(uri -> uri.replace("https://www.iana.org/assignments/media-types/", ""))
                            .toList()));
            for (Resource distribution : distributions) {
                String address =
                        distribution.getProperty(DCAT.downloadURL).getResource().getURI();
                Caller.reader().get(address.substring(BASE.length())).then().statusCode(200);
            }
        }
    }

    @Test
    void dataSetWithoutAReleaseHasNothingToTakeAway() {
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
        try (Publisher publisher = new Publisher()) {
            publisher.define(dataset);
            Caller.awaitFound("/v1/datasets/{id}", dataset.id());

            Resource described = catalog().getResource(BASE + "/v1/datasets/" + dataset.id());

            assertTrue(described.hasProperty(DCTerms.title));
            assertFalse(described.hasProperty(DCAT.distribution));
            assertFalse(described.hasProperty(DCTerms.modified));
        }
    }

    private static Model catalog() {
        Response answer = Caller.reader().get("/v1/catalog.jsonld");
        answer.then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/ld+json"))
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""));
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(
                model,
                new ByteArrayInputStream(answer.asString().getBytes(StandardCharsets.UTF_8)),
                BASE + "/v1/catalog.jsonld",
                Lang.JSONLD);
        return model;
    }

    private static List<String> languages(Resource resource, org.apache.jena.rdf.model.Property property) {
        return Stream.of(resource.listProperties(property)
                        .mapWith(each -> each.getObject())
                        .toList())
                .flatMap(List::stream)
                .map(RDFNode::asLiteral)
                .map(literal -> literal.getLanguage())
                .sorted()
                .toList();
    }
}

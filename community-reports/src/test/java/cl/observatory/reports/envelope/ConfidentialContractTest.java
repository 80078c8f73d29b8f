package cl.observatory.reports.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.junit.jupiter.api.Test;

class ConfidentialContractTest {

    @Test
    void whatIsSaidInConfidenceIsMarkedAndNothingElse() {
        // Given
        Operation submitting = OASFactory.createOperation();
        Operation asking = OASFactory.createOperation();
        Operation reading = OASFactory.createOperation();
        OpenAPI document = OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths()
                        .addPathItem("/v1/reports", OASFactory.createPathItem().POST(submitting))
                        .addPathItem(
                                "/v1/reports/status",
                                OASFactory.createPathItem().POST(asking))
                        .addPathItem(
                                "/v1/report-categories",
                                OASFactory.createPathItem().GET(reading)));

        // When
        new ConfidentialContract().filterOpenAPI(document);

        // Then
        assertEquals(Map.of("x-confidential", true), submitting.getExtensions());
        assertEquals(Map.of("x-confidential", true), asking.getExtensions());
        assertNull(reading.getExtensions());
    }
}

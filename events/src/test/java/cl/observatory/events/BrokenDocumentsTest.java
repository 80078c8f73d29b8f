package cl.observatory.events;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stored schemas refuse what no producer may write. */
class BrokenDocumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "cl.observatory.territories.published.v1 /version \"1\"",
                "cl.observatory.territories.published.v1 /territories []",
                "cl.observatory.territories.published.v1 /territories/0/parent \"CL\"",
                "cl.observatory.territories.published.v1 /territories/6/parent -",
                "cl.observatory.territories.published.v1 /territories/6/code \"1999\"",
                "cl.observatory.territories.published.v1 /territories/6/validFrom \"2018-13-01\"",
                "cl.observatory.territories.published.v1 /territories/6/labels/en -",
                "cl.observatory.territories.published.v1 /successions/0/weight 0",
                "cl.observatory.classification.published.v1 /codes/0/code \"a|b\"",
                "cl.observatory.classification.published.v1 /correspondences/0/match \"?\"",
                "cl.observatory.classification.published.v1 /correspondences/0/tags -",
                "cl.observatory.classification.published.v1 /bundles/0/members []",
                "cl.observatory.classification.published.v1 /bundles/0/proxy \"no\"",
                "cl.observatory.dataset.defined.v1 /id \"Casos\"",
                "cl.observatory.dataset.defined.v1 /decimals 2",
                "cl.observatory.dataset.defined.v1 /kind \"POPULATION\"",
                "cl.observatory.dataset.defined.v1 /frequency \"W\"",
                "cl.observatory.dataset.defined.v1 /dimensions/0/id \"OBS_VALUE\"",
                "cl.observatory.dataset.defined.v1 /definedAt \"2026-11-01T12:00:00-03:00\"",
                "cl.observatory.dataset.defined.v1 /source/licence -",
                "cl.observatory.dataset.defined.v1 /aggregation \"AVERAGE\"",
                "cl.observatory.dataset.defined.v1 /kind \"INDEX\"",
                "cl.observatory.dataset.defined.v1 /kind \"ESTIMATE\"",
                "cl.observatory.dataset.defined.v1 /statistic \"MEAN\"",
                "cl.observatory.breaks.defined.v1 /version 0",
                "cl.observatory.breaks.defined.v1 /breaks/0/period \"2024-13\"",
                "cl.observatory.breaks.defined.v1 /breaks/0/type \"MOOD\"",
                "cl.observatory.breaks.defined.v1 /breaks/0/note/es -",
                "cl.observatory.breaks.defined.v1 /breaks/1/bridge/factor 0",
                "cl.observatory.breaks.defined.v1 /breaks/1/bridge/note -",
                "cl.observatory.observations.batch.v1 /attributes {}",
                "cl.observatory.observations.batch.v1 /attributes {\"STD_ERR\":[-1,1,1,1]}",
                "cl.observatory.observations.batch.v1 /attributes {\"DF\":[1.5,1,1,1]}",
                "cl.observatory.indicator.defined.v1 /denominator -",
                "cl.observatory.indicator.defined.v1 /per 0",
                "cl.observatory.indicator.defined.v1 /type \"COUNT\"",
                "cl.observatory.indicator.defined.v1 /numerator/filters/CRIME_CLASS []",
                "cl.observatory.source.defined.v1 /feeds []",
                "cl.observatory.source.defined.v1 /cadence \"monthly\"",
                "cl.observatory.source.defined.v1 /feeds/0/columns -",
                "cl.observatory.source.observed.v1 /state \"DELIVERED\"",
                "cl.observatory.source.observed.v1 /differences []",
                "cl.observatory.source.observed.v1 /delivery/sha256 \"9F\"",
                "cl.observatory.annotation.published.v1 /state \"PENDING\"",
                "cl.observatory.annotation.published.v1 /dataset -",
                "cl.observatory.annotation.published.v1 /indicator \"CASES\"",
                "cl.observatory.annotation.published.v1 /text/es -",
                "cl.observatory.annotation.published.v1 /reference \"javascript:x\"",
                "cl.observatory.annotation.published.v1 /periodTo \"March\"",
                "cl.observatory.boundaries.shapes.v1 /zoom \"street\"",
                "cl.observatory.boundaries.shapes.v1 /shapes []",
                "cl.observatory.boundaries.shapes.v1 /shapes/0/code \"1101\"",
                "cl.observatory.boundaries.shapes.v1 /shapes/0/bbox/3 \"north\"",
                "cl.observatory.boundaries.shapes.v1 /shapes/0/coordinates/0/0 []",
                "cl.observatory.boundaries.shapes.v1 /shapes/0/coordinates/0/0/0/1 -91",
                "cl.observatory.boundaries.published.v1 /validFrom -",
                "cl.observatory.boundaries.published.v1 /source/licence -",
                "cl.observatory.boundaries.published.v1 /source/url \"javascript:x\"",
                "cl.observatory.boundaries.published.v1 /parts 0",
                "cl.observatory.boundaries.published.v1 /missing/0 \"Antarctica\"",
                "cl.observatory.observations.batch.v1 /rows 0",
                "cl.observatory.observations.batch.v1 /releaseId \"x\"",
                "cl.observatory.observations.batch.v1 /columns/OBS_VALUE -",
                "cl.observatory.observations.batch.v1 /columns/OBS_VALUE/0 1.5",
                "cl.observatory.observations.batch.v1 /columns/REF_AREA/0 -1",
                "cl.observatory.observations.batch.v1 /dictionaries/OBS_STATUS/0 \"Z\"",
                "cl.observatory.observations.batch.v1 /dictionaries/TIME_PERIOD/0 \"2024-13\"",
                "cl.observatory.release.published.v1 /checksum \"D4\"",
                "cl.observatory.release.published.v1 /sequence 0",
                "cl.observatory.release.published.v1 /status \"DRAFT\"",
                "cl.observatory.release.published.v1 /dataset/unit -",
                "cl.observatory.release.published.v1 /retrievedAt \"yesterday\"",
                "cl.observatory.release.visible.v1 /releaseId -",
                "cl.observatory.release.visible.v1 /rows \"4\"",
                "cl.observatory.release.visible.v1 /publishedAt 1",
                "cl.observatory.release.published.v1 /update \"PATCH\"",
                "cl.observatory.release.published.v1 /totalRows 0",
                "cl.observatory.release.published.v1 /rows 0",
                "cl.observatory.release.published.v1 /basedOn \"x\"",
                "cl.observatory.release.withdrawn.v1 /reason \"REGRET\"",
                "cl.observatory.release.withdrawn.v1 /reason \"DISCLOSURE\"",
                "cl.observatory.release.withdrawn.v1 /note -",
                "cl.observatory.release.withdrawn.v1 /publishedAt -",
                "cl.observatory.alertrule.defined.v1 /version 0",
                "cl.observatory.alertrule.defined.v1 /level -",
                "cl.observatory.alertrule.defined.v1 /frequency -",
                "cl.observatory.alertrule.defined.v1 /territories []",
                "cl.observatory.alertrule.defined.v1 /method/type \"NEW_RELEASE\"",
                "cl.observatory.alertrule.defined.v1 /method/type \"CUSUM\"",
                "cl.observatory.alertrule.defined.v1 /method/alpha 1",
                "cl.observatory.alertrule.defined.v1 /method/alpha -",
                "cl.observatory.alert.raised.v1 /bound -",
                "cl.observatory.alert.raised.v1 /observed \"21\"",
                "cl.observatory.alert.raised.v1 /pValue 2",
                "cl.observatory.alert.raised.v1 /caveats -",
                "cl.observatory.alert.raised.v1 /territory \"1999\"",
                "cl.observatory.alert.raised.v1 /source/licence -",
                "cl.observatory.alert.withdrawn.v1 /reason \"REGRET\"",
                "cl.observatory.alert.withdrawn.v1 /releaseId -",
                "cl.observatory.signals.closed.v1 /category \"extortion\"",
                "cl.observatory.signals.closed.v1 /month \"2026\"",
                "cl.observatory.signals.closed.v1 /epsilon 0",
                "cl.observatory.signals.closed.v1 /band 1",
                "cl.observatory.signals.closed.v1 /closedOn \"2026-11-09T04:00:00Z\"",
                "cl.observatory.signals.closed.v1 /communes -",
                "cl.observatory.signals.closed.v1 /communes/0/code \"13\"",
                "cl.observatory.signals.closed.v1 /communes/0/atLeast 4",
                "cl.observatory.signals.visible.v1 /closedOn -",
                "cl.observatory.signals.visible.v1 /communes/0 \"CL\"",
                "cl.observatory.filingroot.signed.v1 /number 0",
                "cl.observatory.filingroot.signed.v1 /day \"2026-12-02T03:00:00Z\"",
                "cl.observatory.filingroot.signed.v1 /leaves 3",
                "cl.observatory.filingroot.signed.v1 /before -",
                "cl.observatory.filingroot.signed.v1 /signature \"00\"",
                "cl.observatory.filingroot.published.v1 /root \"E3\"",
                "cl.observatory.filingroot.published.v1 /publicKey -",
            })
    void brokenDocumentsAreRefused(String type, String pointer, String value) throws IOException {
        // Given
        JsonNode document = Contracts.example(type).deepCopy();
        JsonNode holder = document.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);

        // When
        if (value.equals("-")) {
            ((ObjectNode) holder).remove(last);
        } else if (holder instanceof ObjectNode object) {
            object.set(last, Contracts.JSON.readTree(value));
        } else {
            ((ArrayNode) holder).set(Integer.parseInt(last), Contracts.JSON.readTree(value));
        }

        // Then
        assertNotEquals(Contracts.example(type), document);
        assertFalse(Contracts.faults(type, document).isEmpty());
    }
}

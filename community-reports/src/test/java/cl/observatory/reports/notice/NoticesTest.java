package cl.observatory.reports.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private static final String VERSION = """
            {"version": "%s", "validFrom": "2026-12-01", "title": {"es": "Aviso", "en": "Notice"},
             "sections": [{"heading": {"es": "Qué", "en": "What"}, "text": {"es": "Esto", "en": "%s"}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void versionsOfBeforeStayKnown() throws IOException {
        // Given
        Notices notices = notices(VERSION.formatted("1", "This") + "," + VERSION.formatted("2", "That"));

        assertEquals("2", notices.current().version());
        assertTrue(notices.version("1").isPresent());
        assertTrue(notices.version("3").isEmpty());
    }

    @Test
    void versionThatStandsTwiceStopsTheStart() {
        assertThrows(
                IllegalStateException.class,
                () -> notices(VERSION.formatted("1", "This") + "," + VERSION.formatted("1", "That")));
    }

    @Test
    void noticeWithoutAWordInALanguageStopsTheStart() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> notices(VERSION.formatted("1", "")));

        assertTrue(refused.getMessage().contains("text.en"), refused.getMessage());
    }

    private Notices notices(String versions) throws IOException {
        Path file = folder.resolve("notice.json");
        Files.writeString(file, "{\"versions\": [" + versions + "]}");
        return new Notices(
                () -> Optional.of(file),
                JSON,
                Validation.buildDefaultValidatorFactory().getValidator());
    }
}

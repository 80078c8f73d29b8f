package cl.observatory.reports.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Configuration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeConfigTest {

    @Test
    void packedNoticeIsTheDefault() {
        assertEquals(
                Optional.empty(),
                Configuration.of(Map.of()).getConfigMapping(NoticeConfig.class).file());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        assertEquals(
                Optional.of(Path.of("/etc/notice.json")),
                Configuration.ofEnvironment(Map.of("REPORTS_NOTICE_FILE", "/etc/notice.json"))
                        .getConfigMapping(NoticeConfig.class)
                        .file());
    }
}

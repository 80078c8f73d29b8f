package cl.observatory.reports.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All versions of the privacy notice. A file that is not whole stops the start. */
@Startup
@ApplicationScoped
public class Notices {

    static final String VERSION = "[0-9A-Za-z.-]{1,20}";

    private static final String PACKED = "/notice/privacy-notice.json";

    private final List<PrivacyNotice> versions;

    /** The file, versions in the order in which they were shown. */
    record File(@NotEmpty List<@Valid PrivacyNotice> versions) {}

    Notices(NoticeConfig config, ObjectMapper json, Validator validator) {
        this.versions = read(config.file(), json, validator);
    }

    /** The one that is shown. */
    public PrivacyNotice current() {
        return versions.getLast();
    }

    public Optional<PrivacyNotice> version(String version) {
        return versions.stream()
                .filter(notice -> notice.version().equals(version))
                .findFirst();
    }

    private static List<PrivacyNotice> read(Optional<Path> file, ObjectMapper json, Validator validator) {
        String name = file.map(Path::toString).orElse(PACKED);
        try (InputStream content =
                file.isPresent() ? Files.newInputStream(file.get()) : Notices.class.getResourceAsStream(PACKED)) {
            File read = json.readValue(content, File.class);
            validator.validate(read).stream().findFirst().ifPresent(fault -> {
                throw new IllegalStateException(name + ": " + fault.getPropertyPath() + " " + fault.getMessage());
            });
            List<String> names =
                    read.versions().stream().map(PrivacyNotice::version).toList();
            if (names.stream().distinct().count() < names.size()) {
                throw new IllegalStateException(name + ": a version stands twice");
            }
            return read.versions();
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(name + ": " + malformed.getMessage(), malformed);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the privacy notice in " + name, failed);
        }
    }
}

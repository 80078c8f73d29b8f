package cl.observatory.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostTest {

    @ParameterizedTest
    @CsvSource({
        "datos.example.cl,                        https://datos.example.cl/a.csv,        true",
        "datos.example.cl,                        https://DATOS.example.cl:443/a.csv,    true",
        "datos.example.cl,                        http://datos.example.cl/a.csv,         false",
        "datos.example.cl,                        https://datos.example.cl:8443/a.csv,   false",
        "datos.example.cl,                        https://www.datos.example.cl/a.csv,    false",
        "datos.example.cl,                        https://example.cl/a.csv,              false",
        "datos.example.cl,                        https://datos.example.cl.evil.org/,    false",
        "datos.example.cl:8443,                   https://datos.example.cl:8443/a.csv,   true",
        "https://datos.example.cl,                https://datos.example.cl/a.csv,        true",
        "private:http://files.intranet:8080,      http://files.intranet:8080/a.csv,      true",
        "private:http://files.intranet:8080,      https://files.intranet:8080/a.csv,     false",
        "private:https://[::1]:8443,              https://[::1]:8443/a.csv,              true"
    })
    void entryAllowsExactlyItsSchemeHostAndPort(String entry, URI address, boolean allowed) {
        assertEquals(allowed, AllowedHost.parse(entry).allows(address));
    }

    @Test
    void onlyAPrivateEntryMayLeadInside() {
        assertEquals(true, AllowedHost.parse("private:https://files.intranet").mayBePrivate());
        assertEquals(false, AllowedHost.parse("datos.example.cl").mayBePrivate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.example.cl",
                "ftp://example.cl",
                "http://example.cl",
                "http://example.cl:80",
                "private:http://files.intranet",
                "https://example.cl/path",
                "user@example.cl",
                "example.cl:port"
            })
    void anythingElseStopsTheStart(String entry) {
        assertThrows(IllegalArgumentException.class, () -> AllowedHost.parse(entry));
    }
}

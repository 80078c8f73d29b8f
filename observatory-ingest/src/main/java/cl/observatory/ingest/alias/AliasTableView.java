package cl.observatory.ingest.alias;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AliasTable", description = "A stored version of an alias table.")
record AliasTableView(int version, Instant createdAt, NewAliasTable table) {

    static AliasTableView of(AliasTable table) {
        return new AliasTableView(table.version(), table.createdAt(), table.definition());
    }
}

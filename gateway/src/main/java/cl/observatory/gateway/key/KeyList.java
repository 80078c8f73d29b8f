package cl.observatory.gateway.key;

import cl.observatory.gateway.own.ListPage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyList", description = "Keys of a partner, by their ids.")
record KeyList(List<KeyView> items, ListPage page) {}

package cl.observatory.gateway.partner;

import cl.observatory.gateway.own.ListPage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PartnerList", description = "Partners, by their ids.")
record PartnerList(List<PartnerView> items, ListPage page) {}

package cl.observatory.local.secret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who holds the keys of a local stack. Two of them, because nobody approves what they loaded themselves; the third shows
 * a key that is bound: a municipality that may send the figures of its own commune; the fourth files reports for others.
 */
public enum LocalPrincipal {
    STEWARD("steward", "data:read data:write", "", ""),
    APPROVER("approver", "data:read data:approve", "observatory", ""),
    MUNICIPALITY("municipality", "data:read data:write", "municipality-13101", "13101"),
    RELAY("relay", "data:read reports:relay", "neighbours-of-13101", "");

    private final String shortName;
    private final String scopes;
    private final String organization;
    private final String territory;

    LocalPrincipal(String shortName, String scopes, String organization, String territory) {
        this.shortName = shortName;
        this.scopes = scopes;
        this.organization = organization;
        this.territory = territory;
    }

    public String shortName() {
        return shortName;
    }

    String fullName() {
        return "local-" + shortName;
    }

    List<String> scopes() {
        return List.of(scopes.split(" ", -1));
    }

    /** What the scopes are bound to, as the gateway's keys file says it. */
    Map<String, Object> bindings() {
        Map<String, Object> bindings = new LinkedHashMap<>();
        if (!organization.isEmpty()) {
            bindings.put("organization", organization);
        }
        if (!territory.isEmpty()) {
            bindings.put("territories", List.of(territory));
        }
        return bindings;
    }
}

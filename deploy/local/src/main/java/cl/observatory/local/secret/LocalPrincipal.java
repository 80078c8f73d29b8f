package cl.observatory.local.secret;

import java.util.List;

/** Who holds the keys of a local stack. Two, because nobody approves what they loaded themselves. */
public enum LocalPrincipal {
    STEWARD("steward", "data:read data:write"),
    APPROVER("approver", "data:read data:approve");

    private final String shortName;
    private final String scopes;

    LocalPrincipal(String shortName, String scopes) {
        this.shortName = shortName;
        this.scopes = scopes;
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
}

package cl.observatory.reports;

/** Territories that tests speak of, as if they had been published. */
public final class Places {

    public static final String LO_ESPEJO = "13116";

    private Places() {}

    /** May be repeated. */
    public static void publish() {
        add("CL", "country", null, "Chile");
        add("13", "region", "CL", "Metropolitana de Santiago");
        add("131", "province", "13", "Santiago");
        add(LO_ESPEJO, "commune", "131", "Lo Espejo");
    }

    private static void add(String code, String level, String parent, String label) {
        Store.update(
                "insert into territory (code, level, parent, label_es, label_en) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                code,
                level,
                parent,
                label,
                label);
    }
}

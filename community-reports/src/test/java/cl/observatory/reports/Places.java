package cl.observatory.reports;

/** Territories that tests speak of, as if they had been published. */
public final class Places {

    public static final String LO_ESPEJO = "13116";
    public static final String VALPARAISO = "05101";
    public static final String COYHAIQUE = "11101";

    private Places() {}

    /** May be repeated. */
    public static void publish() {
        add("CL", "country", null, "Chile");
        add("13", "region", "CL", "Metropolitana de Santiago");
        add("131", "province", "13", "Santiago");
        add(LO_ESPEJO, "commune", "131", "Lo Espejo");
        add("11", "region", "CL", "Aysén del General Carlos Ibáñez del Campo");
        add("111", "province", "11", "Coyhaique");
        add(COYHAIQUE, "commune", "111", "Coyhaique");
        add("05", "region", "CL", "Valparaíso");
        add("051", "province", "05", "Valparaíso");
        add(VALPARAISO, "commune", "051", "Valparaíso");
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

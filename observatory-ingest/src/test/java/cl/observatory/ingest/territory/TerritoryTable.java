package cl.observatory.ingest.territory;

/** The territories of the service, for tests of plain classes. */
public final class TerritoryTable {

    public static final Territories TERRITORIES = new Territories();

    private TerritoryTable() {}
}

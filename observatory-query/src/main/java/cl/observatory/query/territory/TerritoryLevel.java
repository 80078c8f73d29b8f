package cl.observatory.query.territory;

/** A level of territories, by its public name. */
public enum TerritoryLevel {
    country,
    region,
    province,
    commune
}

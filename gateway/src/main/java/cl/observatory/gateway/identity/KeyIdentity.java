package cl.observatory.gateway.identity;

/**
 * Which key a caller presented; never the key itself.
 *
 * @param id under which the key is stored
 * @param partner whose key it is; null for a key of the keys file
 * @param sandbox whether it sees made-up data only
 */
public record KeyIdentity(String id, String partner, boolean sandbox) {}

package cl.observatory.gateway.contract;

/** What an operation takes as its body, by the media types that its contract lists. */
public enum BodyRule {
    /** No body at all; a body on a method that has none is how smuggled requests travel. */
    NONE,
    /** Forms and commands: JSON, or nothing that the contract describes. */
    SMALL,
    /** Files: some media type other than JSON is listed. */
    LARGE
}

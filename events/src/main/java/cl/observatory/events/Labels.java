package cl.observatory.events;

/** The name of a coded thing in the two languages of the API. */
public record Labels(String es, String en) {}

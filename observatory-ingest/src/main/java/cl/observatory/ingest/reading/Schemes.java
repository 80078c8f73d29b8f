package cl.observatory.ingest.reading;

import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.territory.Territories;

/** Where the codes come from that a file may use. */
public record Schemes(Territories territories, Classifications classifications) {}

package cl.observatory.query.classification;

import cl.observatory.events.Labels;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CodeReference")
public record CodeRef(String code, Labels labels) {}

package cl.observatory.ingest.annotation;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a version of an annotation is.
 *
 * <pre>
 *            ┌──▶ REJECTED
 *            │
 * PENDING ───┼──▶ PUBLISHED ──┬──▶ REPLACED    by a newer version
 *            │                └──▶ WITHDRAWN   by its organization
 *            ├──▶ REPLACED
 *            └──▶ WITHDRAWN
 * </pre>
 */
@Schema(name = "AnnotationState")
enum AnnotationState {
    PENDING,
    PUBLISHED,
    REJECTED,
    REPLACED,
    WITHDRAWN;

    boolean mayBecome(AnnotationState next) {
        Set<AnnotationState> following = switch (this) {
            case PENDING -> Set.of(PUBLISHED, REJECTED, REPLACED, WITHDRAWN);
            case PUBLISHED -> Set.of(REPLACED, WITHDRAWN);
            case REJECTED, REPLACED, WITHDRAWN -> Set.of();
        };
        return following.contains(next);
    }
}

package cl.observatory.query.observation;

import cl.observatory.query.cube.ObsStatus;
import java.util.EnumMap;
import java.util.Map;
import org.roaringbitmap.longlong.LongIterator;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Which places of a cube have another status than {@code A}. Takes a bit for each place and status at most, and next to
 * nothing where one status stands in a row: of four million cells half a megabyte, less than a page of the file.
 */
final class MarkedPlaces {

    private final Map<ObsStatus, Roaring64Bitmap> places = new EnumMap<>(ObsStatus.class);

    /** Takes a place. */
    @FunctionalInterface
    interface Taker<X extends Exception> {

        void take(long place, ObsStatus status) throws X;
    }

    void add(long place, ObsStatus status) {
        if (status != ObsStatus.A) {
            places.computeIfAbsent(status, any -> new Roaring64Bitmap()).addLong(place);
        }
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Tells all, by status. */
    <X extends Exception> void forEach(Taker<X> taker) throws X {
        for (Map.Entry<ObsStatus, Roaring64Bitmap> each : places.entrySet()) {
            LongIterator found = each.getValue().getLongIterator();
            while (found.hasNext()) {
                taker.take(found.next(), each.getKey());
            }
        }
    }
}

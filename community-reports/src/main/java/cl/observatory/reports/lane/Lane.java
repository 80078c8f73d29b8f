package cl.observatory.reports.lane;

import cl.observatory.reports.guidance.Priority;
import java.util.List;

/**
 * What a lane's number stands for.
 *
 * @param regions codes of the regions that it holds, empty for those that no group has
 */
public record Lane(int number, Priority priority, List<String> regions) {

    /** Whether it may hold reports about any part of a territory: a region, or one within it. */
    public boolean touches(String territory) {
        return territory.equals("CL") || regions.stream().anyMatch(territory::startsWith);
    }
}

package cl.observatory.query.answer;

import cl.observatory.problem.ProblemException;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions of one kind, whose answers can be cited. */
public interface Citable {

    /** Of their paths; the group is the code that they are about. */
    Pattern path();

    /** Names of the parameters that change which values there are; pages and languages are none of them. */
    Set<String> parameters();

    /**
     * @param most values that an answer may have
     * @throws ProblemException when it is asked wrongly, about something that does not exist, or about too much
     */
    CitedAnswer answer(String code, Address asked, int most);
}

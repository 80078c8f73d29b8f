package cl.observatory.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JsonPointerTest {

    @Test
    void stepsAreParted() {
        assertEquals("/parts/0/label", JsonPointer.to("parts", 0, "label"));
    }

    @Test
    void wholeBodyIsEmpty() {
        assertEquals("", JsonPointer.to());
    }

    @Test
    void charactersOfThePointerItselfAreEscaped() {
        assertEquals("/a~1b/m~0n/~01", JsonPointer.to("a/b", "m~n", "~1"));
    }
}

package cl.observatory.local.stack;

import cl.observatory.local.process.ProcessIdentity;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** What can be said of one process of the stack at this moment. */
public record ProcessStatus(String name, OptionalLong pid, OptionalInt port, State state) {

    public enum State {
        READY("ready"),
        NOT_READY("running, not ready"),
        STOPPED("stopped");

        private final String text;

        State(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    static ProcessStatus of(String name, Optional<ProcessIdentity> running, OptionalInt port, BooleanSupplier ready) {
        State state = running.isEmpty() ? State.STOPPED : ready.getAsBoolean() ? State.READY : State.NOT_READY;
        OptionalLong pid =
                running.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty());
        return new ProcessStatus(name, pid, port, state);
    }
}

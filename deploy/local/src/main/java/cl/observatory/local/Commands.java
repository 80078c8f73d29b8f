package cl.observatory.local;

import cl.observatory.local.client.AuditVerification;
import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.demo.Demo;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.stack.ProcessStatus;
import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each command says and asks at the terminal. Each returns its exit status. */
final class Commands {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;

    private final PrintStream out;

    Commands(PrintStream out) {
        this.out = out;
    }

    int up(Stack stack) {
        printAccess(stack.up());
        return DONE;
    }

    int demo(Stack stack) {
        StackAccess access = stack.up();
        new Demo(access, out).run();
        printAccess(access);
        return DONE;
    }

    int down(Stack stack) {
        stack.down();
        out.println("Everything is stopped; the data are kept.");
        return DONE;
    }

    /** Succeeds when everything is ready. */
    int status(Stack stack) {
        List<ProcessStatus> all = stack.status();
        out.printf("%-18s %8s %6s  %s%n", "process", "pid", "port", "state");
        for (ProcessStatus each : all) {
            out.printf(
                    "%-18s %8s %6s  %s%n",
                    each.name(),
                    each.pid().isPresent() ? each.pid().getAsLong() : "-",
                    each.port().isPresent() ? each.port().getAsInt() : "-",
                    each.state().text());
        }
        if (!all.stream().allMatch(each -> each.state() == ProcessStatus.State.READY)) {
            return NOT_DONE;
        }
        printAccess(stack.access());
        return DONE;
    }

    int logs(Stack stack, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("tail", "-n", "100"));
        List<String> names = new ArrayList<>(arguments);
        if (names.remove("-f")) {
            command.add("-F");
        }
        List<Path> files = stack.logs(names);
        if (files.isEmpty()) {
            out.println("There are no logs yet.");
            return DONE;
        }
        files.forEach(file -> command.add(file.toString()));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NOT_DONE;
        }
    }

    int reset(Stack stack, boolean agreed) {
        if (!agreed && !agrees(stack.folder())) {
            out.println("Nothing was deleted.");
            return NOT_DONE;
        }
        stack.reset();
        out.println("Everything is stopped, and all data of this checkout's stack are deleted.");
        return DONE;
    }

    private boolean agrees(Path folder) {
        out.printf("This deletes %s: all data, logs and keys of this checkout's stack. Type yes to go on: ", folder);
        out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return "yes".equals(answer);
        } catch (IOException failed) {
            throw new LocalStackException("Cannot read your answer; use ./observatory reset --yes.", failed);
        }
    }

    /** Succeeds when the audit is as it was written. */
    int verifyAudit(Stack stack, List<String> arguments) {
        boolean withHead = arguments.size() == 2
                && arguments.getFirst().equals("--head")
                && arguments.getLast().matches("[0-9]{1,18}:[0-9a-f]{64}");
        if (!withHead && !arguments.isEmpty()) {
            throw new LocalStackException(
                    "Use ./observatory verify-audit, alone or with --head and an end that was kept, number:hash.");
        }
        StackAccess access = stack.access();
        AuditVerification verification = AuditVerification.of(
                ObservatoryClient.withKey(access.gateway(), access.approverKey()),
                withHead ? Optional.of(arguments.getLast()) : Optional.empty());
        out.println(verification.text());
        return verification.intact() ? DONE : NOT_DONE;
    }

    /** Nothing but the token, so that a command may be made of it. */
    int staffToken(Stack stack, List<String> arguments) {
        if (arguments.size() > 1) {
            throw new LocalStackException("Use ./observatory staff-token, alone or with the name of one person.");
        }
        out.println(stack.staffToken(arguments.isEmpty() ? "moderator" : arguments.getFirst()));
        return DONE;
    }

    int rebuildQuery(Stack stack) {
        printAccess(stack.rebuildQuery());
        return DONE;
    }

    private void printAccess(StackAccess access) {
        out.printf(
                """

                The observatory answers at     %s
                Its documentation is at        %s
                The keys (header X-API-Key), also in %s:
                  steward, loads data          %s
                  approver, approves releases  %s
                  municipality of 13101        %s
                  neighbours, file for others  %s
                Moderators decide at           %s
                  with a token of ./observatory staff-token [NAME]
                """,
                access.gateway(),
                access.docs(),
                access.apiKeys(),
                access.stewardKey(),
                access.approverKey(),
                access.municipalityKey(),
                access.relayKey(),
                access.moderation());
    }
}

package cl.observatory.acceptance;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a run how much was checked on the institutions' own files. */
public final class RealDataReport implements TestExecutionListener {

    @Override
    @SuppressWarnings("SystemOut")
    public void testPlanExecutionFinished(TestPlan plan) {
        int checked = RealData.checked();
        System.out.println(
                checked > 0
                        ? "real-data: %,d assertions ran on the files in %s"
                                .formatted(checked, System.getenv(RealData.VARIABLE))
                        : System.getenv(RealData.VARIABLE) == null
                                ? "real-data: no assertion ran, because " + RealData.VARIABLE + " is not set"
                                : "real-data: no assertion ran, because no test of them was chosen, or it failed early");
    }
}

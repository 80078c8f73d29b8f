package cl.observatory.local;

/** A JVM that uses the test servers, tells where they are, and lives until its input ends. */
final class AnotherJvm {

    private AnotherJvm() {}

    public static void main(String[] arguments) throws Exception {
        TestServers.createDatabase("another");
        System.out.println(TestServers.postgres().running().orElseThrow().pid());
        System.out.println(System.getProperty("observatory.test-servers.folder"));
        System.in.transferTo(System.out);
    }
}

package cl.observatory.benchmark;

import java.net.InetSocketAddress;

/**
 * Where reports are taken.
 *
 * @param token as the gateway sends it to intake
 */
record ReportsDoors(InetSocketAddress intake, InetSocketAddress gateway, IdentityToken token) {}

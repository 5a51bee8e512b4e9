// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.amlreach.probe.Cause;
import io.netty.channel.ConnectTimeoutException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectFailuresTest {
  @ParameterizedTest
  @MethodSource("failures")
  void a_failed_connect_is_named_by_its_type(Throwable failure, Cause cause) {
    assertThat(ConnectFailures.causeOf(failure)).isEqualTo(cause);
  }

  /** The texts are in another language on purpose: they must not matter. */
  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(new ConnectException("Verbindungsaufbau abgelehnt"), Cause.CONNECTION_REFUSED),
        arguments(new ConnectTimeoutException("Zeit"), Cause.CONNECT_TIMEOUT),
        arguments(new NoRouteToHostException("Keine Route"), Cause.UNREACHABLE),
        arguments(new SocketException("Das Netzwerk ist nicht erreichbar"), Cause.UNREACHABLE),
        arguments(new BindException("Keine Berechtigung"), Cause.UNREACHABLE),
        arguments(
            new ConnectException("Keine Berechtigung").initCause(new BindException()),
            Cause.UNREACHABLE),
        arguments(new PortUnreachableException(), Cause.PORT_UNREACHABLE),
        arguments(new UnsupportedAddressTypeException(), Cause.UNREACHABLE),
        arguments(new IllegalStateException("a fault of ours"), Cause.BROKEN_PROBE));
  }
}

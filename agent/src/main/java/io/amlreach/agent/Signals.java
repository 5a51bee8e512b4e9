// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import java.lang.reflect.Proxy;

/**
 * The signals of this process. For those that do not end it the JDK has {@code sun.misc.Signal}
 * alone, which is here to stay (JEP 260) and cannot be named without a warning of the compiler.
 */
final class Signals {
  private Signals() {}

  /**
   * Runs this, on a thread of its own, whenever that signal arrives.
   *
   * @param name without SIG
   */
  static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no signal " + name, e);
    }
  }
}

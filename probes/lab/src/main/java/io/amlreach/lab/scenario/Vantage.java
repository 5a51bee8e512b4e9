// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

/** From where a scenario is looked at: which resolvers the client uses, and which path or proxy. */
public enum Vantage {
  /** One resolver that answers, and a path to every address. */
  USUAL,
  /** The only resolver never answers. */
  SILENT_RESOLVER,
  /** The only resolver refuses to answer this client. */
  REFUSING_RESOLVER,
  /** The only resolver, or somebody before it, sends garbage and forgeries with its answers. */
  TAMPERED_RESOLVER,
  /** Two resolvers, the second of which knows other names. */
  TWO_RESOLVERS,
  /**
   * Something on the path accepts every TCP connection, to whatever address, and closes it on the
   * first bytes unless they are for a server that it lets pass.
   */
  LOCAL_ANSWER,
  /** The client is told to use a proxy, which resolves names by itself and denies some. */
  BEHIND_PROXY,
  /** The client is told to use a proxy that wants a user, and not which. */
  PROXY_WITHOUT_CREDENTIALS,
  /** The client is told to use a proxy that wants a user, and has one. */
  PROXY_WITH_CREDENTIALS,
  /** The client is told to use a proxy that does not listen. */
  PROXY_GONE,
  /** The client is told to use a proxy whose name does not exist. */
  PROXY_UNKNOWN,
  /** The client is told to use as a proxy what is none. */
  PROXY_GARBLED
}

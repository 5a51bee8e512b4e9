// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

/** Which name a certificate carries when a client asks for a host. */
enum CertificateNames {
  EXACT {
    @Override
    String covering(String host) {
      return host;
    }
  },
  /** A wildcard in place of the first label, where at least two labels are left beside it. */
  WILDCARD {
    @Override
    String covering(String host) {
      int dot = host.indexOf('.');
      return dot > 0 && host.indexOf('.', dot + 1) > 0 ? "*" + host.substring(dot) : host;
    }
  };

  abstract String covering(String host);
}

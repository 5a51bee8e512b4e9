// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.http;

import io.amlreach.lab.net.Reply;

/** What Azure's services say: to a client they serve, to one without a name, to a network. */
public final class ServiceReplies {
  private static final String JSON = "application/json; charset=utf-8";

  private ServiceReplies() {}

  public static Reply ok() {
    return HttpReply.status(200, "OK").body("text/html", "<html><body>ok</body></html>").whole();
  }

  public static Reply unauthorized() {
    return HttpReply.status(401, "Unauthorized").header("WWW-Authenticate", "Bearer").whole();
  }

  public static Reply forbidden() {
    return HttpReply.status(403, "Forbidden").body(JSON, "{\"error\":\"role missing\"}").whole();
  }

  public static Reply notFound() {
    return HttpReply.status(404, "Not Found").whole();
  }

  public static Reply badRequest() {
    return HttpReply.status(400, "Bad Request").whole();
  }

  public static Reply badGateway() {
    return HttpReply.status(502, "Bad Gateway").whole();
  }

  public static Reply unavailable() {
    return HttpReply.status(503, "Service Unavailable").whole();
  }

  /** A storage account whose firewall does not know this network. */
  public static Reply storageRefusesNetwork() {
    return storage(403, "Forbidden", "AuthorizationFailure");
  }

  /** The same, with the code that the account's own log gives to an address that is not allowed. */
  public static Reply storageRefusesAddress() {
    return storage(403, "Forbidden", "IPAuthorizationFailure");
  }

  /** A storage account that was reached, and does not serve strangers. */
  public static Reply storageRefusesStrangers() {
    return storage(409, "Conflict", "PublicAccessNotPermitted");
  }

  private static Reply storage(int status, String reason, String code) {
    String body = "<Error><Code>" + code + "</Code><Message>Not authorized.</Message></Error>";
    return HttpReply.status(status, reason)
        .header("x-ms-error-code", code)
        .body("application/xml", body)
        .whole();
  }

  /** A key vault whose firewall does not know this network. */
  public static Reply vaultRefusesNetwork() {
    return vault("ForbiddenByFirewall");
  }

  /** A key vault that serves private endpoints only. */
  public static Reply vaultRefusesConnection() {
    return vault("ForbiddenByConnection");
  }

  /** A key vault that was reached, but the caller has no role in it. */
  public static Reply vaultRefusesRole() {
    return vault("ForbiddenByRbac");
  }

  private static Reply vault(String innerCode) {
    String body =
        "{\"error\":{\"code\":\"Forbidden\",\"message\":\"not allowed\",\"innererror\":{\"code\":\""
            + innerCode
            + "\"}}}";
    return HttpReply.status(403, "Forbidden").body(JSON, body).whole();
  }

  /** The health page of a key vault, which needs no authentication. */
  public static Reply vaultHealth() {
    return HttpReply.status(200, "OK")
        .header("x-ms-keyvault-network-info", "conn_type=PrivateLink;addr=10.1.2.9")
        .whole();
  }

  /** A container registry whose firewall does not know this network. */
  public static Reply registryRefusesNetwork() {
    String body =
        "{\"errors\":[{\"code\":\"DENIED\","
            + "\"message\":\"client with IP '203.0.113.77' is not allowed access\"}]}";
    return HttpReply.status(403, "Forbidden").body(JSON, body).whole();
  }

  /** A workspace that serves its private endpoint only. */
  public static Reply workspaceRefusesNetwork() {
    return workspace(403, "Forbidden");
  }

  /** The same as the management plane hands it on. */
  public static Reply workspaceRefusesNetworkThroughManagement() {
    return workspace(502, "Bad Gateway");
  }

  private static Reply workspace(int status, String reason) {
    String body =
        "{\"error\":{\"code\":\"UserError\","
            + "\"message\":\"denied based on workspace private link configuration\"}}";
    return HttpReply.status(status, reason).body(JSON, body).whole();
  }

  /** The studio sends everybody without a token to the sign-in page. */
  public static Reply toSignIn() {
    return HttpReply.status(302, "Found")
        .header("Location", "https://login.microsoftonline.com/common/oauth2/authorize?client_id=x")
        .whole();
  }

  /** A host that has moved to a name of its owner's. */
  public static Reply moved() {
    return HttpReply.status(301, "Moved Permanently")
        .header("Location", "https://packages.contoso.example/simple/")
        .whole();
  }
}

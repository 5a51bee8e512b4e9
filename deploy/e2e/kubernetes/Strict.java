// SPDX-License-Identifier: Apache-2.0
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON array of Kubernetes objects from standard input into the models of the official client,
 * which refuse unknown, missing and mistyped fields. Prints a line for each; exits 1 when one is wrong.
 */
final class Strict {

  private static final String MODELS = "io.kubernetes.client.openapi.models.V1";

  public static void main(String[] args) throws Exception {
    boolean wrong = false;
    JsonElement all = JsonParser.parseReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    new JSON();
    for (JsonElement each : all.getAsJsonArray()) {
      String kind = each.getAsJsonObject().get("kind").getAsString();
      String problem = problem(kind, each);
      wrong |= !problem.isEmpty();
      System.out.println(problem.isEmpty() ? "ok " + kind : "wrong " + kind + ": " + problem);
    }
    System.exit(wrong ? 1 : 0);
  }

  private static String problem(String kind, JsonElement object) throws Exception {
    Class<?> model = Class.forName(MODELS + kind);
    try {
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, object);
      model.getMethod("fromJson", String.class).invoke(null, object.toString());
      return "";
    } catch (InvocationTargetException refused) {
      return String.valueOf(refused.getCause().getMessage());
    }
  }
}

/** A program that answers a question with a model, through LangChain4j. */
package ai.gentrace.otel.examples.langchain4j;

#!/bin/sh
# gentrace-otel: a few lines of shell in front of a jar. https://gentrace.ai

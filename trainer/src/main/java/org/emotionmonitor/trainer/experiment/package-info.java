/** Comparisons of several runs under one protocol. */
package org.emotionmonitor.trainer.experiment;

/**
 * The network's layers for DL4J: a bidirectional LSTM and additive attention with their own forward
 * pass and back-propagation over OpenBLAS, because the stock layers ignore time masks and are many
 * times slower. Sequences are time-major inside: {@code [T][B][channels]}.
 */
package org.emotionmonitor.trainer.layers;

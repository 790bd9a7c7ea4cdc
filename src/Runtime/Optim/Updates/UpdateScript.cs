namespace TrainSdk.Optim.Updates;

/// <summary>
/// An update over lists of tensors in TorchScript. An error in a script may end the process, so the text is a constant, and each has a
/// test.
/// </summary>
/// <param name="Name">The function to call.</param>
/// <param name="Text">
/// Its source. A script over foreach operations takes parameters, gradients, each buffer and each coefficient as lists, the learning rate,
/// the weight decay and the constants. That of a fused kernel has step counts in place of the coefficients, if the method counts them, and
/// found_inf at the end. A buffer that is not kept is an empty list.
/// </param>
/// <param name="Constants">Numbers and truth values of the method.</param>
internal sealed record UpdateScript(string Name, string Text, object[] Constants)
{
    /// <summary>What the scripts share; stands before each.</summary>
    public const string Shared = """
        def decay(parameters: List[Tensor], gradients: List[Tensor], lr: float, weight_decay: float, decoupled: bool) -> List[Tensor]:
            if weight_decay == 0.0:
                return gradients
            if decoupled:
                torch._foreach_mul_(parameters, 1 - lr * weight_decay)
                return gradients
            return torch._foreach_add(gradients, parameters, alpha=weight_decay)

        def average_squares(second: List[Tensor], slopes: List[Tensor], beta: float):
            torch._foreach_mul_(second, beta)
            torch._foreach_addcmul_(second, slopes, slopes, 1 - beta)


        """;
}

namespace TrainSdk;

/// <summary>What a regression is trained on.</summary>
public enum RegressionLoss
{
    /// <summary>Mean squared error: the mean is learned, and outliers pull hard.</summary>
    Mse,

    /// <summary>Mean absolute error: the median is learned, and outliers pull no harder than others.</summary>
    Mae,

    /// <summary>Squared up to a distance and absolute beyond it (Huber, 1964): smooth, and robust to outliers.</summary>
    Huber,
}
